#!/usr/bin/env node
'use strict';

require('./bundle')
  .load()
  .then(
    (code) => (process.exitCode = code),
    (error) => {
      // Never with a code that could be taken for a verdict.
      process.exitCode = 2;
      console.error(error);
    },
  );
