import { IDENTITY_CASES } from './identity.cases'
import { playAll } from './play'

playAll(IDENTITY_CASES)
