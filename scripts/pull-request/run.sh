#!/usr/bin/env bash
# Runs a script of this directory with the packages beside it, in whatever directory the caller is: run.sh NAME [ARGUMENT…]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
name=$1
shift
# The settings of TypeScript are ours as well: those of the caller's repository are for its own code.
exec node "$root/node_modules/tsx/dist/cli.mjs" --tsconfig "$root/tsconfig.json" "$here/$name.ts" "$@"
