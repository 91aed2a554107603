"use strict";

// Runs in place of a function whose code has not been deployed yet.
const SENTENCE = "This function runs a placeholder: its own code has not been deployed yet.";

// Headers and cookies may carry shared secrets, which do not belong in a log.
const WITHHELD = new Set(["headers", "multiValueHeaders", "cookies"]);

exports.handler = async (event) => {
  const shown = JSON.stringify(event, (key, value) => (WITHHELD.has(key) ? "[withheld]" : value));
  console.log(`${SENTENCE} Event: ${shown}`);
  return {
    statusCode: 503,
    headers: { "content-type": "text/plain; charset=utf-8", "retry-after": "300" },
    body: SENTENCE,
  };
};
