import { FAULTS_CASES } from './faults.cases'
import { playAll } from './play'

playAll(FAULTS_CASES)
