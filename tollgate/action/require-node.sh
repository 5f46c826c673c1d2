#!/usr/bin/env bash
# Explains what to do on a runner without Node, or with an old version.
set -euo pipefail

command -v node >/dev/null || {
  echo '::error title=tollgate::This runner has no Node. Use actions/setup-node with 20.19 or later before this action.'
  exit 2
}
node -e '
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) process.exit(0);
  console.log(`::error title=tollgate::Node ${process.versions.node} is too old. Use actions/setup-node with 20.19 or later before this action.`);
  process.exit(2);
'
