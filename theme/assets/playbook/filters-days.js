/* What is due, marked by the reader's own day: the page may have been made on an earlier one. */

(() => {
  "use strict";

  const SOON = 30; // days
  const [OVERDUE, WITHIN, LATER, UNDATED] = [0, 1, 2, 3]; // the options of the facet, as they follow
  const space = (window.brandPlaybook = window.brandPlaybook || {});

  const iso = (day) =>
    [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

  /* A listing whose marks had to change says so: what the page says of it no longer holds. */
  space.remark = (data) => {
    const now = new Date();
    const today = iso(now);
    if (!data.days || data.dated === today) return;
    const limit = iso(new Date(now.getFullYear(), now.getMonth(), now.getDate() + SOON));
    const at = data.facets.findIndex((facet) => facet.id === "when");
    const whenOf = (day) => (!day ? UNDATED : day < today ? OVERDUE : day <= limit ? WITHIN : LATER);
    data.rows.forEach((row, place) => (row[2][at] = [whenOf(data.days[place])]));
    data.dated = today;
    data.moved = true;
  };
})();
