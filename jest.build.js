const { execFileSync } = require('node:child_process');

/** Before the tests: what runs `tollgate/dist` must run the sources as they are. */
module.exports = () => {
  execFileSync(process.execPath, [require.resolve('tsx/cli'), 'scripts/build.ts', '--code'], {
    cwd: __dirname,
    stdio: 'inherit',
  });
};
