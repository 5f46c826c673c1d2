'use strict';

/** A thread of `cli/parallel.ts`: judges the inputs that it is sent, one after the other. */
const { parentPort, workerData } = require('node:worker_threads');
const { open } = require('./bundle');

// Threads are started for what is not small.
const judgeOne = open('large').exports.judgeEach(workerData, false);

parentPort.on('message', ({ index, input }) => parentPort.postMessage({ index, judged: judgeOne(input) }));
