#!/usr/bin/env bash
# Posts each report in the folder $REPORTS as a comment of the pull request it was made for, or renews the comment it posted before.
# The reports were written by unreviewed code: they are text of a limited size with a known first line, or they are refused.
# Reads REPOSITORY, HEAD_OWNER, HEAD_BRANCH, HEAD_SHA, REPORTS and RUN_URL; `gh` reads GH_TOKEN.
set -euo pipefail

readonly most_reports=10
readonly most_bytes=65000 # GitHub takes comments of up to 65,536 characters
readonly bot="github-actions[bot]"

refuse() {
  echo "::error::$1" >&2
  exit 1
}

# A run for a fork does not name its pull request; one whose head has moved on since is left to its next run.
number=$(gh api --method GET "repos/$REPOSITORY/pulls" -f state=open -f head="$HEAD_OWNER:$HEAD_BRANCH" \
  | jq --raw-output --arg sha "$HEAD_SHA" '[.[] | select(.head.sha == $sha) | .number] | first // empty')
if [ -z "$number" ]; then
  echo "No open pull request has the head $HEAD_SHA; nothing is posted."
  exit 0
fi

shopt -s nullglob
reports=("$REPORTS"/*.md)
[ "${#reports[@]}" -le "$most_reports" ] || refuse "There are ${#reports[@]} reports; at most $most_reports are posted."

for report in "${reports[@]}"; do
  stack=$(basename "$report" .md)
  [[ $stack =~ ^[a-z0-9][a-z0-9-]{0,62}$ ]] || refuse "A report is not named after a stack."
  [ -f "$report" ] && [ ! -L "$report" ] || refuse "The report of $stack is no plain file."
  marker="<!-- infra-report stack=$stack "
  first=$(head -n 1 "$report")
  [[ $first == "$marker"fingerprint=sha256:* ]] || refuse "The report of $stack does not begin with its marker."

  body=$(mktemp)
  # A zero-width space keeps names in the report from notifying people.
  sed $'s/@\\([A-Za-z0-9]\\)/@\xe2\x80\x8b\\1/g' "$report" > "$body"
  printf '\n\n[Run and complete report](%s)\n' "$RUN_URL" >> "$body"
  [ "$(wc -c < "$body")" -le "$most_bytes" ] || refuse "The report of $stack has more than $most_bytes bytes."

  comment=$(gh api --paginate --method GET "repos/$REPOSITORY/issues/$number/comments" -f per_page=100 \
    | jq --raw-output --slurp --arg marker "$marker" --arg bot "$bot" \
      '[.[][] | select(.user.login == $bot and (.body | startswith($marker))) | .id] | first // empty')
  if [ -n "$comment" ]; then
    gh api --method PATCH "repos/$REPOSITORY/issues/comments/$comment" -F body=@"$body" --silent
  else
    gh api --method POST "repos/$REPOSITORY/issues/$number/comments" -F body=@"$body" --silent
  fi
  rm -f "$body"
  echo "Posted the report of $stack to #$number."
done
