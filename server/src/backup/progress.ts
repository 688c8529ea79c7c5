/** Hears after each record how many of how many there are by then. */
export type Progress = (done: number, of: number) => void;
