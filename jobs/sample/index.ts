export { makeSampleOffice, type SampleParts } from './build'
export { SAMPLE_SEED } from './seed'
export { tellStory } from './story'
export { sampleWords } from './words'
