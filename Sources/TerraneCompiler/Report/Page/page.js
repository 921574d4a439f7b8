// The search box: hides the rows of tables that do not hold every word. Without it the page is whole.
// XML reads this too, so three marks are missing here: "less than", "greater than" and "and".
(function () {
  "use strict";
  var box = document.querySelector(".search");
  var input = box.querySelector("input");
  var output = box.querySelector("output");
  var rows = Array.from(document.querySelectorAll("main tbody tr"));
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  var folds = Array.from(document.querySelectorAll("main details"));
  var parts = Array.from(document.querySelectorAll("main .table, main details, main section"));
  var opened = null;

  function matching(words) {
    var count = 0;
    rows.forEach(function (row, index) {
      var matches = words.every(function (word) { return texts[index].includes(word); });
      row.hidden = !matches;
      count += matches ? 1 : 0;
    });
    return count;
  }

  function narrow(words) {
    if (opened === null) { opened = folds.map(function (fold) { return fold.open; }); }
    document.body.classList.add("searching");
    var count = matching(words);
    parts.forEach(function (part) { part.hidden = part.querySelector("tbody tr:not([hidden])") === null; });
    folds.forEach(function (fold) { fold.open = !fold.hidden; });
    output.value = count === 0 ? "No row" : count === 1 ? "1 row" : count + " rows";
  }

  function widen() {
    document.body.classList.remove("searching");
    rows.concat(parts).forEach(function (part) { part.hidden = false; });
    if (opened !== null) { folds.forEach(function (fold, index) { fold.open = opened[index]; }); }
    opened = null;
    output.value = "";
  }

  input.addEventListener("input", function () {
    var words = input.value.toLowerCase().split(/\s+/).filter(function (word) { return word !== ""; });
    if (words.length === 0) { widen(); } else { narrow(words); }
  });
  box.hidden = false;
}());
