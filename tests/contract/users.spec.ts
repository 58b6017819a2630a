import { playAll } from './play'
import { USERS_CASES } from './users.cases'

playAll(USERS_CASES)
