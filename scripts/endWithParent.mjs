// Loaded into the server by start.mjs: when that is killed outright, the server hears it on the channel between them.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
