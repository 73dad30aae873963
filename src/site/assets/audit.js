// Shows only the findings that hold what is typed. Without it, everything is there, and the browser can search it.
(() => {
  const field = document.querySelector('#filter');
  const box = document.querySelector('.filter');
  const status = document.querySelector('#shown');
  if (field === null || box === null || status === null) return;
  const kinds = [...document.querySelectorAll('.kind')].map((kind) => ({
    kind,
    wasOpen: kind.open,
    findings: [...kind.querySelectorAll('.findings > li')].map((finding) => ({
      finding,
      text: `${kind.dataset.code} ${finding.textContent}`.toLowerCase(),
    })),
  }));
  const show = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { kind, wasOpen, findings } of kinds) {
      let own = 0;
      for (const { finding, text } of findings) {
        finding.hidden = !words.every((word) => text.includes(word));
        if (!finding.hidden) own += 1;
      }
      kind.hidden = own === 0;
      kind.open = words.length === 0 ? wasOpen : own > 0;
      shown += own;
    }
    for (const rank of document.querySelectorAll('.rank')) {
      rank.hidden = rank.querySelector('.kind:not([hidden])') === null;
    }
    status.textContent = words.length === 0 ? '' : `${shown} ${shown === 1 ? 'finding' : 'findings'} with these words`;
  };
  box.hidden = false;
  field.addEventListener('input', show);
})();
