#!/usr/bin/env bash
# Reports every stack file of the project's root against a commit: report-stacks.sh COMMIT FOLDER
# Writes FOLDER/STACK.md and FOLDER/STACK.html, and names the stacks that would lose data in the step's output `data-loss`.
set -euo pipefail

base=$1
folder=$2
mkdir -p "$folder"
dotnet build Preview --nologo --verbosity quiet

losing=()
for file in Pulumi.*.yaml; do
  stack=${file#Pulumi.}
  stack=${stack%.yaml}
  status=0
  dotnet run --no-build --project Preview -- report "$stack" --against "git:$base" --markdown "$folder/$stack.md" --html "$folder/$stack.html" || status=$?
  case $status in
    0 | 2) ;; # no differences, differences
    3) losing+=("$stack") ;;
    *)
      echo "::error::The report of stack $stack failed." >&2
      exit "$status"
      ;;
  esac
  cat "$folder/$stack.md" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
done

echo "data-loss=${losing[*]-}" >> "${GITHUB_OUTPUT:-/dev/null}"
