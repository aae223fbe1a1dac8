/* global GraphiQL, React, ReactDOM */
const query = `# 县域治理数据图谱：一次请求，问遍各部门。
# In the headers below, put a token (npm run --silent token -- case-handler …), a purpose and the case in hand.
query OneCase($number: ID!) {
  case(number: $number) {
    number
    title
    status
    parties { role person { id maskedName } }
  }
}
`;
const headers = JSON.stringify(
  { Authorization: 'Bearer <token>', 'X-Purpose': 'case-handling', 'X-Case': '<case number>' },
  null,
  2,
);
// The hub says what it serves without a token; where it does not, the editor asks the graph.
const told = await fetch('/graphiql/schema.json');
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    schema: told.ok ? await told.json() : undefined,
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: query,
    defaultHeaders: headers,
    isHeadersEditorEnabled: true,
    defaultEditorToolsVisibility: 'headers',
  }),
);
