#!/usr/bin/env node
'use strict';

const ahead = require('./ahead').begin(process.argv.slice(2));

require('./bundle')
  .load(ahead)
  .then(
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
