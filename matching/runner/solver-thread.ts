import { serveSolver } from './serve-solver'
import { openSolver } from './solver-jobs'

// The program of the engine's threads: see `solveInThread`.
serveSolver(openSolver)
