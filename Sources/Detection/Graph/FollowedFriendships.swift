import Graphs
import Vocabulary

extension GrowingAdjacency {
  /// Takes in an event, if it makes or ends a friendship.
  mutating func follow(_ row: Int, of batch: borrowing EventBatch) {
    switch batch.events.kinds[row] {
    case EventKind.acceptance.rawValue:
      insert(Int(batch.events.actors[row]), Int(batch.events.targets[row]))
    case EventKind.unfriend.rawValue, EventKind.block.rawValue:
      remove(Int(batch.events.actors[row]), Int(batch.events.targets[row]))
    default: break
    }
  }
}
