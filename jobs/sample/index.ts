export { makeSampleOffice, type SampleParts } from './build'
export { tellStory } from './story'
export { sampleWords } from './words'

/** What the sample office is made from unless somebody says otherwise. */
export const SAMPLE_SEED = 2024
