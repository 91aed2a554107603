export const handler = async (event) => ({ statusCode: 200, body: `${event.rawPath} with ${process.env.STACK_SECRET_SERVER_KEY}` });
