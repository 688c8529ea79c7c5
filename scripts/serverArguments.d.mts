/** `built`: the folder that the server was built in. */
export function serverArguments(built?: string): string[];
