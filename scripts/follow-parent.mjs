// Loaded into a process before its own code: it ends when the one that started it is gone, even
// where that was killed and could not say so. The processes that it starts in turn do likewise.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
