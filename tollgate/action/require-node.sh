#!/usr/bin/env bash
# Says what to do where a runner has no Node, or one that is too old.
set -euo pipefail

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
