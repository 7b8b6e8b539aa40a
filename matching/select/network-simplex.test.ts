import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NetworkSimplex } from './network-simplex'

const anyNetwork = fc.integer({ min: 2, max: 8 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    arcs: fc.array(
      fc.record({
        source: fc.nat(nodes - 1),
        target: fc.nat(nodes - 1),
        capacity: fc.nat(5),
        cost: fc.integer({ min: -20, max: 20 }),
      }),
      { maxLength: 30 },
    ),
  }),
)

describe('NetworkSimplex', () => {
  it('ends with a circulation that its potentials prove to be the cheapest', () => {
    fc.assert(
      fc.property(anyNetwork, ({ nodes, arcs }) => {
        const network = built(nodes, arcs)
        network.advance(100_000)
        expect(network.isOptimal).toBe(true)
        expect(imbalances(network)).toEqual(new Array<number>(nodes).fill(0))
        for (let arc = 0; arc < network.arcCount; arc += 1) {
          const reduced =
            at(network.cost, arc) +
            at(network.potential, at(network.source, arc)) -
            at(network.potential, at(network.target, arc))
          const flow = at(network.flow, arc)
          if (reduced > 0) expect(flow).toBe(0)
          if (reduced < 0) expect(flow).toBe(at(network.capacity, arc))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('has a circulation after every pivot, and its cost never rises', () => {
    fc.assert(
      fc.property(anyNetwork, ({ nodes, arcs }) => {
        const network = built(nodes, arcs)
        let before = costOf(network)
        while (!network.isOptimal) {
          network.advance(1)
          expect(imbalances(network)).toEqual(new Array<number>(nodes).fill(0))
          for (let arc = 0; arc < network.arcCount; arc += 1) {
            expect(at(network.flow, arc)).toBeGreaterThanOrEqual(0)
            expect(at(network.flow, arc)).toBeLessThanOrEqual(at(network.capacity, arc))
          }
          expect(costOf(network)).toBeLessThanOrEqual(before)
          before = costOf(network)
        }
      }),
    )
  })

  it('goes on from where it was when costs change, to the same cost as from nothing', () => {
    fc.assert(
      fc.property(anyNetwork, fc.array(fc.integer({ min: -20, max: 20 })), ({ nodes, arcs }, costs) => {
        const network = built(nodes, arcs)
        network.advance(100_000)
        const changed = arcs.map((arc, index) => ({ ...arc, cost: costs[index] ?? arc.cost }))
        changed.forEach(({ cost }, arc) => {
          network.cost[arc] = cost
        })
        network.refresh()
        network.advance(100_000)
        const anew = built(nodes, changed)
        anew.advance(100_000)
        expect(costOf(network)).toBe(costOf(anew))
      }),
    )
  })
})

function built(
  nodes: number,
  arcs: readonly { source: number; target: number; capacity: number; cost: number }[],
): NetworkSimplex {
  const network = new NetworkSimplex(nodes, arcs.length)
  for (const { source, target, capacity, cost } of arcs) network.addArc(source, target, capacity, cost)
  network.start()
  return network
}

function imbalances(network: NetworkSimplex): number[] {
  const sums = new Array<number>(network.nodeCount).fill(0)
  for (let arc = 0; arc < network.arcCount; arc += 1) {
    const flow = at(network.flow, arc)
    const source = at(network.source, arc)
    const target = at(network.target, arc)
    sums[source] = (sums[source] ?? 0) - flow
    sums[target] = (sums[target] ?? 0) + flow
  }
  return sums
}

function costOf(network: NetworkSimplex): number {
  let sum = 0
  for (let arc = 0; arc < network.arcCount; arc += 1) sum += at(network.flow, arc) * at(network.cost, arc)
  return sum
}

function at(list: ArrayLike<number>, index: number): number {
  return list[index] ?? Number.NaN
}
