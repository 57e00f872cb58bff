import { describe, expect, it } from "@jest/globals";
import { fenced, told } from "../told.ts";

describe("errors of services in JSON, on one line", () => {
  it.each([
    [
      "OpenAI",
      '{"error": {"message": "You exceeded your current quota", "type": "insufficient_quota", "param": null, "code": "insufficient_quota"}}',
      "insufficient_quota|You exceeded your current quota",
    ],
    [
      "a number as its type",
      '{"error":{"code":-32601,"message":"Method not found"},"id":1,"jsonrpc":"2.0"}',
      "-32601|Method not found",
    ],
    [
      "Google",
      '{"error":{"code":403,"message":"The caller does not have permission","status":"PERMISSION_DENIED"}}',
      "PERMISSION_DENIED|The caller does not have permission",
    ],
    [
      "Elasticsearch",
      '{"error":{"root_cause":[{"type":"index_not_found_exception","reason":"no such index [a]"}],"type":"index_not_found_exception","reason":"no such index [a]"},"status":404}',
      "index_not_found_exception|no such index [a]",
    ],
    [
      "Anthropic",
      '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
      "overloaded_error|Overloaded",
    ],
    [
      "OAuth",
      '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
      "invalid_grant|Token has been expired or revoked.",
    ],
    [
      "Spring",
      '{"timestamp":"2024-01-01T10:00:00Z","status":500,"error":"Internal Server Error","message":"no session","path":"/x"}',
      "Internal Server Error|no session",
    ],
    [
      "NestJS",
      '{"statusCode":400,"message":["name must be a string"],"error":"Bad Request"}',
      "Bad Request|name must be a string",
    ],
    [
      "a sentence",
      '{"error":"model \'llama9\' not found, try pulling it first"}',
      "-|model 'llama9' not found, try pulling it first",
    ],
    [
      "GraphQL",
      '{"errors":[{"message":"Cannot query field \\"x\\" on type \\"Y\\".","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}],"data":null}',
      'GRAPHQL_VALIDATION_FAILED|Cannot query field "x" on type "Y".',
    ],
    [
      "JSON:API",
      '{"errors":[{"status":"422","title":"Invalid Attribute","detail":"First name must contain at least two characters."}]}',
      "Invalid Attribute|First name must contain at least two characters.",
    ],
    [
      "a registry",
      '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required","detail":null}]}',
      "UNAUTHORIZED|authentication required",
    ],
    [
      "problem details",
      '{"type":"https://example.org/probs/credit","title":"You do not have enough credit.","status":403,"detail":"Your balance is 30."}',
      "You do not have enough credit.|Your balance is 30.",
    ],
    [
      "problem details without a detail",
      '{"type":"about:blank","title":"One or more validation errors occurred.","status":400,"traceId":"00-1"}',
      "-|One or more validation errors occurred.",
    ],
    ["FastAPI", '{"detail":"Could not validate credentials"}', "-|Could not validate credentials"],
    [
      "FastAPI's fields",
      '{"detail":[{"loc":["body","x"],"msg":"field required","type":"value_error.missing"}]}',
      "value_error.missing|field required",
    ],
    [
      "AWS",
      '{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"Requested resource not found"}',
      "ResourceNotFoundException|Requested resource not found",
    ],
    [
      "Lambda",
      '{"errorMessage":"Task timed out after 3.00 seconds","errorType":"Sandbox.Timedout"}',
      "Sandbox.Timedout|Task timed out after 3.00 seconds",
    ],
    [
      "Kubernetes",
      '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"pods \\"a\\" is forbidden","reason":"Forbidden","code":403}',
      'Forbidden|pods "a" is forbidden',
    ],
    ["Telegram", '{"ok":false,"error_code":401,"description":"Unauthorized"}', "401|Unauthorized"],
    ["WeChat", '{"errcode":40001,"errmsg":"invalid credential"}', "40001|invalid credential"],
    [
      "a code and a Chinese message",
      '{"code":500,"msg":"系统内部错误","data":null}',
      "500|系统内部错误",
    ],
    [
      "GitHub",
      '{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}',
      "401|Bad credentials",
    ],
    [
      "Apigee",
      '{"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"oauth.v2.InvalidApiKey"}}}',
      "-|Invalid ApiKey",
    ],
    [
      "an editor's diagnostic",
      '{"resource":"/a.ts","code":"2304","severity":8,"message":"Cannot find name \'x\'.","source":"ts"}',
      "2304|Cannot find name 'x'.",
    ],
    [
      "a Python dict",
      "{'error': {'message': \"Invalid 'messages[0]'\", 'type': 'invalid_request_error', 'param': None}}",
      "invalid_request_error|Invalid 'messages[0]'",
    ],
    [
      "an object of Node",
      "{ error: { message: 'no such user', code: 'NO_USER' } }",
      "NO_USER|no such user",
    ],
    [
      "behind words of an answer",
      'Response: {"detail":"Not authenticated yet"}',
      "-|Not authenticated yet",
    ],
    [
      "behind a status",
      'request failed with status 400: {"message":"bad field","code":"E_FIELD"}',
      "E_FIELD|bad field",
    ],
  ])("%s", (_, text, expected) => {
    expect(told(fenced(text))).toEqual([`* service ${expected} 2-2`]);
  });
});

describe("errors of services in JSON, elsewhere", () => {
  it.each([
    [
      "over many lines, with causes",
      fenced(
        "{",
        '  "error" : {',
        '    "type" : "search_phase_execution_exception",',
        '    "reason" : "all shards failed",',
        '    "caused_by" : { "type" : "parse_exception", "reason" : """Failed to parse "a" """ }',
        "  },",
        '  "status" : 400',
        "}",
        "bye",
      ),
      ["* service search_phase_execution_exception|all shards failed 2-9"],
    ],
    [
      "in a code span",
      'The API answers `{"detail":"Not authenticated yet"}` now',
      ["* inline -|Not authenticated yet 1-1"],
    ],
    [
      "in prose",
      'x\n\nI get this:\n\n{"error":{"message":"no such user","code":"NO_USER"}}',
      ["* service NO_USER|no such user 5-5"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("leaves the error that a program raised from it", () => {
    const text =
      "openai.BadRequestError: Error code: 400 - {'error': {'message': 'bad', 'type': 'x_error'}}";
    expect(told(fenced(text))).toEqual([
      "* line openai.BadRequestError|Error code: 400 - {'error': {'message': 'bad', 'type': 'x_error'}} 2-2",
    ]);
  });
});

describe("JSON that tells of no error", () => {
  it.each([
    ["settings", '{"editor.tabSize": 2, "rules": {"no-console": "error"}}'],
    ["a result", '{"jsonrpc":"2.0","error":null,"result":{"message":"done"},"id":1}'],
    ["a success", '{"code":0,"msg":"success","data":{}}'],
    ["a success by its status", '{"status":200,"message":"The user was created"}'],
    ["a code of success", '{"code":"order_created","message":"The order was created"}'],
    ["a country", '{"code":"US","message":"Hello from there"}'],
    ["details of a thing", '{"id":1,"name":"a","detail":"Made of wood and glass"}'],
    ["a message", '{"id":1,"title":"Some post","message":"Hello to all"}'],
    ["a record of a log", '{"level":"info","msg":"retrying","error":"connection was refused"}'],
    [
      "a warning of an editor",
      '{"code":"6133","severity":4,"message":"\'x\' is declared but never used."}',
    ],
    ["a body that is cut off", '{"error":{"message":"no such user","code":'],
    [
      "a schema",
      '{"type":"object","properties":{"error":{"type":"string"},"message":{"type":"string"}}}',
    ],
    ["code", 'res.status(400).json({"error": {"message": "no such user"}});'],
    ["code that is returned", 'return {"error": {"message": "no such user"}}'],
  ])("%s", (_, text) => {
    expect(told(fenced(text))).toEqual([]);
  });

  it("leaves what a test expects", () => {
    const text = fenced(
      "assert response.json() == {",
      '    "detail": [',
      "        {",
      '            "msg": "field required",',
      '            "type": "missing",',
      "        }",
      "    ]",
      "}",
    );
    expect(told(text)).toEqual([]);
  });

  it("leaves what is wished for", () => {
    const text =
      '### Expected behavior\n```json\n{"error":{"message":"no such user","code":"NO_USER"}}\n```';
    expect(told(text)).toEqual([]);
  });
});
