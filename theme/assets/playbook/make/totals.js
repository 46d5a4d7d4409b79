/* What the lines of a document add up to, in whole numbers of the smallest unit. The command line reckons alike
   (playbook/making/totals.py, where the rule of rounding stands), and a test holds the two together. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { decimal } = space.template; // a file before this one
  const PLACES = 6;
  const ONE = 10n ** 6n;
  const HUNDRED = 100n * ONE;

  const millionths = (value, missing = 0n) => {
    const found = decimal(value);
    if (!found) return missing;
    const units = BigInt(found.whole + found.rest.padEnd(PLACES, "0"));
    return found.minus ? -units : units;
  };

  const rounded = (units, by) => {
    const size = units < 0n ? -units : units;
    const whole = size / by + ((size % by) * 2n >= by ? 1n : 0n);
    return units < 0n ? -whole : whole;
  };

  const written = (units, places) => {
    const digits = String(units < 0n ? -units : units).padStart(places + 1, "0");
    const whole = digits.slice(0, digits.length - places);
    const rest = digits.slice(digits.length - places);
    return (units < 0n ? "-" : "") + whole + (places ? `.${rest}` : "");
  };

  const percent = (rate) => written(rate, PLACES).replace(/\.?0+$/, ""); // it always has a point

  const amountOf = (line, places) => {
    const whole = millionths(line.quantity, ONE) * millionths(line.price);
    return rounded(whole * (HUNDRED - millionths(line.discount)) * 10n ** BigInt(places), ONE * ONE * HUNDRED);
  };

  const rateOf = (values, line) =>
    values.exempt || values.reverse_charge ? 0n : millionths(line.tax, millionths(values.tax));

  const added = (numbers) => numbers.reduce((sum, number) => sum + number, 0n);

  const totalsOf = (sums, discount, places) => {
    const bases = new Map([...sums].map(([rate, sum]) => [rate, rounded(sum * (HUNDRED - discount), HUNDRED)]));
    const taxes = [...bases].filter(([rate]) => rate).map(([rate, base]) => [rate, rounded(base * rate, HUNDRED)]);
    const whole = added([...sums.values()]);
    const net = added([...bases.values()]);
    return {
      sum: written(whole, places),
      discount: net === whole ? null : written(net - whole, places),
      net: written(net, places),
      taxes: taxes.sort(([a], [b]) => (a < b ? 1 : -1)).map(([rate, amount]) => ({
        rate: percent(rate), base: written(bases.get(rate), places), amount: written(amount, places),
      })),
      total: written(net + added(taxes.map(([, amount]) => amount)), places),
    };
  };

  const totalled = (values, lines, currency, currencies) => {
    const places = Object.hasOwn(currencies, currency) ? currencies[currency][1] : 2;
    const sums = new Map();
    const entries = (values[lines] || []).map((line) => {
      if (!decimal(line.price)) return line;
      const amount = amountOf(line, places);
      const rate = rateOf(values, line);
      sums.set(rate, (sums.get(rate) || 0n) + amount);
      return { ...line, amount: written(amount, places) };
    });
    return { ...values, [lines]: entries, totals: totalsOf(sums, millionths(values.discount), places) };
  };

  space.totals = { totalled };
})();
