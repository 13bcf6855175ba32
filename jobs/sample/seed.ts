/** What the sample office is made from unless somebody says otherwise. */
export const SAMPLE_SEED = 2024
