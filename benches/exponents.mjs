// How a cost grows: the slope of the line that fits the logarithms best. 1 is linear, 0 doesn't grow at all.

/** The exponent that fits the times at these sizes. */
export function exponent(sizes, times) {
  const [x, y] = [sizes.map(Math.log), times.map((time) => Math.log(Math.max(time, 0.05)))];
  const mean = (list) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const above = x.reduce((sum, each, at) => sum + (each - meanX) * (y[at] - meanY), 0);
  return above / x.reduce((sum, each) => sum + (each - meanX) ** 2, 0);
}

/** Prints what was found at each size, one object of named numbers a size, with the exponents. */
export function print(title, sizes, found) {
  console.log(`\n${title}\n${"".padEnd(30)}${sizes.map((size) => String(size).padStart(12)).join("")}${"exponent".padStart(12)}`);
  for (const name of Object.keys(found[0])) {
    const times = found.map((each) => each[name]);
    const cells = times.map((time) => time.toFixed(1).padStart(12)).join("");
    console.log(`${name.padEnd(30)}${cells}${exponent(sizes, times).toFixed(2).padStart(12)}`);
  }
}
