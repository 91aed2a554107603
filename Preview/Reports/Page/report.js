'use strict';

const search = document.getElementById('report-search');
const count = document.getElementById('report-count');
const folds = [...document.querySelectorAll('details')];
const items = folds.filter(fold => fold.classList.contains('item'));
const around = folds.filter(fold => !fold.classList.contains('item'));
let texts = null;
let openBefore = null;

// Hides what does not hold every word, and unfolds what leads to the rest; an emptied search folds everything as it was.
function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
  const searching = words.length > 0;
  if (searching) {
    texts ??= items.map(item => item.textContent.toLowerCase());
    openBefore ??= around.map(fold => fold.open);
  }

  let found = 0;
  items.forEach((item, index) => {
    item.hidden = searching && !words.every(word => texts[index].includes(word));
    found += item.hidden ? 0 : 1;
  });
  around.forEach((fold, index) => {
    fold.hidden = searching && !fold.querySelector('.item:not([hidden])');
    fold.open = searching || (openBefore ? openBefore[index] : fold.open);
  });
  if (!searching) {
    openBefore = null;
  }

  count.textContent = searching ? `${found} of ${items.length}` : '';
}

// The heads of folds that can be seen: nothing around them is folded or hidden.
function heads() {
  return folds
    .filter(fold => !fold.hidden && !fold.parentElement.closest('details:not([open]), [hidden]'))
    .map(fold => fold.querySelector('summary'));
}

function move(step) {
  const visible = heads();
  const at = visible.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : visible.length - 1) : Math.min(Math.max(at + step, 0), visible.length - 1);
  visible[next]?.focus();
}

function foldAll(open) {
  folds.forEach(fold => { fold.open = open || fold.classList.contains('part'); });
}

search.addEventListener('input', filter);
document.getElementById('report-fold').addEventListener('click', () => foldAll(false));
document.getElementById('report-unfold').addEventListener('click', () => foldAll(true));
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }

  const typing = document.activeElement === search;
  const moving = typing || document.activeElement?.tagName === 'SUMMARY';
  if (event.key === '/' && !typing) {
    search.focus();
    search.select();
  } else if (event.key === 'Escape' && typing) {
    search.value = '';
    filter();
    search.blur();
  } else if ((event.key === 'j' && !typing) || (event.key === 'ArrowDown' && moving) || (event.key === 'Enter' && typing)) {
    move(1);
  } else if ((event.key === 'k' && !typing) || (event.key === 'ArrowUp' && moving && !typing)) {
    move(-1);
  } else {
    return;
  }

  event.preventDefault();
});

// report.html#search=bucket opens with a search.
const wanted = new URLSearchParams(location.hash.slice(1)).get('search');
if (wanted) {
  search.value = wanted;
  filter();
}
