#!/usr/bin/env bash
# Installs what `tollgate check` needs, beside the action itself; a second use in the same job finds it there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

command -v node >/dev/null || {
  echo '::error title=tollgate::There is no Node on this runner. Use actions/setup-node before this action.'
  exit 2
}
node -e '
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) process.exit(0);
  console.log(`::error title=tollgate::Node ${process.versions.node} is too old: use actions/setup-node with 20.19 or later.`);
  process.exit(2);
'
# npm writes this file last: a directory that was left halfway has none.
[ -e node_modules/.package-lock.json ] ||
  npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
