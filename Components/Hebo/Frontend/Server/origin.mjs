// Stands before the handler that OpenNext built. It refuses requests that do not come through CloudFront, which alone knows the
// secret header, and gives the application the server key that its configuration only names.
import { createHash, timingSafeEqual } from "node:crypto";
import { createRequire } from "node:module";

const HEADER = "x-origin-secret";
const REFUSAL = "This address answers CloudFront only.";
const STREAMING = Symbol.for("aws.lambda.runtime.handler.streaming");

// Loaded the old way: the runtime's own SDK is on a path that imports do not always search.
const { GetSecretValueCommand, SecretsManagerClient } = createRequire(import.meta.url)("@aws-sdk/client-secrets-manager");

const digest = (text) => createHash("sha256").update(text).digest();
const expected = digest(process.env.ORIGIN_SECRET);
const admits = (event) => timingSafeEqual(digest(event.headers?.[HEADER] ?? ""), expected);

const answer = await new SecretsManagerClient({}).send(
  new GetSecretValueCommand({ SecretId: process.env.STACK_SECRET_SERVER_KEY_ARN }),
);
process.env.STACK_SECRET_SERVER_KEY = answer.SecretString;

// After the key: modules of the application read it while they load.
const { handler: application } = await import("./index.mjs");

const refuseInOnePiece = () => ({ statusCode: 403, headers: { "content-type": "text/plain" }, body: REFUSAL });

const refuseByStream = (stream) => {
  const refusal = awslambda.HttpResponseStream.from(stream, { statusCode: 403, headers: { "content-type": "text/plain" } });
  refusal.end(REFUSAL);
};

export const handler = application[STREAMING] === undefined
  ? async (event, context) => (admits(event) ? application(event, context) : refuseInOnePiece())
  : awslambda.streamifyResponse(async (event, stream, context) =>
      admits(event) ? application(event, stream, context) : refuseByStream(stream));
