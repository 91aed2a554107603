#!/usr/bin/env bash
# Ends with 0 only if the stack $STACK at $COMMIT is, resource by resource, what the report on its merged pull request showed.
# Reads REPOSITORY, COMMIT and STACK; `gh` reads GH_TOKEN.
set -euo pipefail

readonly bot="github-actions[bot]"

refuse() {
  echo "::error::$1 Open a pull request and have its report reviewed, or start this workflow by hand and choose to deploy without a report." >&2
  exit 1
}

number=$(gh api --method GET "repos/$REPOSITORY/commits/$COMMIT/pulls" \
  | jq --raw-output '[.[] | select(.merged_at != null) | .number] | first // empty')
[ -n "$number" ] || refuse "Commit $COMMIT comes from no merged pull request."

reviewed=$(gh api --paginate --method GET "repos/$REPOSITORY/issues/$number/comments" -f per_page=100 \
  | jq --raw-output --slurp --arg marker "<!-- infra-report stack=$STACK " --arg bot "$bot" \
    '[.[][] | select(.user.login == $bot and (.body | startswith($marker))) | .body | capture("fingerprint=(?<text>sha256:[0-9a-f]{64}) ").text] | first // empty')
[ -n "$reviewed" ] || refuse "Pull request #$number has no report of stack $STACK."

actual=$(dotnet run --project Preview -- fingerprint "$STACK")
if [ "$reviewed" != "$actual" ]; then
  refuse "Stack $STACK at $COMMIT ($actual) is not what the report on #$number showed ($reviewed): something was merged in between, or the report is older than the last commit."
fi
echo "Stack $STACK is what the report on #$number showed: $actual"
