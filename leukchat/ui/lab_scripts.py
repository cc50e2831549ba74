"""The few lines of script that the lab tab needs in the browser."""

from __future__ import annotations

# Collects the rows that differ from what was read, as JSON, into the first input of the event.
COLLECT_JS = """(...args) => {
  const rows = [...document.querySelectorAll('#lab-check [data-index]')].map((row) => {
    const value = row.querySelector('.lab-value'), unit = row.querySelector('.lab-unit');
    const remove = row.querySelector('.lab-remove').checked, right = row.querySelector('.lab-right');
    const change = { index: Number(row.dataset.index), remove };
    if (value.value.trim() !== row.dataset.value) change.value = value.value;
    if (unit.value.trim() !== row.dataset.unit) change.unit = unit.value;
    return remove || 'value' in change || 'unit' in change || (right && right.checked) ? change : null;
  });
  args[0] = JSON.stringify(rows.filter(Boolean));
  return args;
}"""
# Links inside the page are followed here: with the base address that the page has, the browser would load it anew.
JUMP_JS = """element.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  const target = document.getElementById(link.getAttribute('href').slice(1));
  if (!target) return;
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  document.querySelectorAll('.lab-here').forEach((one) => one.classList.remove('lab-here'));
  target.classList.add('lab-here');
  target.tabIndex = target.tabIndex < 0 ? -1 : target.tabIndex;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: target.tagName === 'H3' ? 'start' : 'center' });
});"""
TO_RESULT_JS = "() => { document.getElementById('lab-result').scrollIntoView({block: 'start'}); }"
