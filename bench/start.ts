export async function benchStart(_options: { runs: number }): Promise<void> {}
