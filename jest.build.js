const { execFileSync } = require('node:child_process');

/** Builds `tollgate/dist` before the tests, because some tests run the built program. */
module.exports = () => {
  execFileSync(process.execPath, [require.resolve('tsx/cli'), 'scripts/build-package.ts', '--code'], {
    cwd: __dirname,
    stdio: 'inherit',
  });
};
