// What lists articles and does no more: it loads page after page, and reads none.
const [address] = process.argv.slice(2);
const headers = { authorization: 'Bearer sandbox', 'intercom-version': '2.15' };
for (let page = 1; ; page += 1) {
  const answer = await fetch(`${address}/articles?per_page=250&page=${page}`, { headers });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const { pages } = await answer.json();
  if (page >= (pages?.total_pages ?? 1)) break;
}
