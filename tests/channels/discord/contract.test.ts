import { channelContract } from '../contract.ts'
import { makeHarness } from './harness.ts'

channelContract('discord', () => makeHarness(), { blocks: true, wipes: true, floods: true, redelivers: true })
