#!/usr/bin/env node
'use strict';

const { begin } = require('./ahead');
// Before anything is begun: with other flags than Node's own V8 parses Node's modules anew.
const { load } = require('./bundle');

load(begin(process.argv.slice(2))).then(
  ({ code, written }) => {
    process.exitCode = code;
    // Taking everything apart in good order would take longer than the system does.
    if (written) process.exit();
  },
  (error) => {
    // Never with a code that could be taken for a verdict.
    process.exitCode = 2;
    console.error(error);
  },
);
