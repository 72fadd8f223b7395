import Settings

/// A small hierarchy with a row of every kind, for the tests: a garden with its beds.
struct Garden: SettingsSection, Equatable {
  var name = "Kitchen garden"
  var plots = 12
  var shade = 0.25
  var fenced = true
  var opens = CalendarDate(2_018, 4, 3)
  var soil = Soil.loam
  var rain = [1.5, 2, 0.1]
  var plan: InputFile?
  var pond = Pond()
  var beds = [Bed(name: "roses", rows: 3), Bed(name: "beans", rows: 5)]
  var pests = Table<Pest>([.slug: 0.3], others: 0.05)

  static let keys: [Key<Self>] = [
    .text(
      "name", \.name, rule: .nonEmpty, source: .assumption("our choice"),
      about: "What the garden is called."),
    .number(
      "plots", \.plots, unit: "plots", in: 1...500,
      source: .published("Loudon 1822, p. 9", .found), about: "How many plots there are."),
    .number(
      "shade", \.shade, in: 0..<1, source: .sweep("nobody measured it", over: 0.1...0.5),
      about: "The share of ground in the shade."),
    .flag("fenced", \.fenced, source: .assumption("our choice"), about: "Whether it has a fence."),
    .date(
      "opens", \.opens, in: CalendarDate(2_000, 1, 1)...CalendarDate(2_099, 12, 31),
      source: .assumption("our choice"), about: "The first day of the season."),
    .choice("soil", \.soil, source: .assumption("our choice"), about: "What the ground is."),
    .numbers(
      "rain", \.rain, count: 3...3, unit: "mm per day", in: 0.0...,
      source: .published("Loudon 1822, p. 11", .memoryLow),
      about: "Rain in spring, summer and autumn."),
    .file("plan", \.plan, source: .assumption("our choice"), about: "A drawing of the garden."),
    .section("pond", \.pond, about: "The pond."),
    .sections("beds", \.beds, unique: "name", count: 0...4, about: "The beds, from the gate on."),
    .table(
      "pests", \.pests, unit: "per plot and day", in: .above(0, through: 1),
      source: .published("Loudon 1822, p. 12", .derived), about: "How often each pest comes."),
  ]
}

enum Soil: String, CaseIterable { case clay, loam, sand }

enum Pest: String, CaseIterable { case slug, greenFly = "green-fly", mole }

struct Pond: SettingsSection, Equatable {
  var shallowest = 0.2
  var deepest = 1.5
  var fish = 7

  static let keys: [Key<Self>] = [
    .number(
      "shallowest", \.shallowest, unit: "m", in: .above(0), source: .assumption("our choice"),
      about: "Depth at the edge."),
    .number(
      "deepest", \.deepest, unit: "m", in: .above(0), source: .assumption("our choice"),
      about: "Depth in the middle."),
    .number("fish", \.fish, in: 0..., source: .assumption("our choice"), about: "How many fish."),
  ]

  static let checks: [Check<Self>] = [
    Check("shallowest", "deepest", rule: "shallowest must not exceed deepest") {
      $0.shallowest <= $0.deepest
    }
  ]
}

struct Bed: SettingsSection, Equatable {
  var name = ""
  var rows = 4
  var soil = Soil.sand

  init() {}

  init(name: String, rows: Int) {
    self.name = name
    self.rows = rows
  }

  static let keys: [Key<Self>] = [
    .text(
      "name", \.name, rule: .kebabCase, source: .assumption("our choice"),
      about: "What the bed is called."
    ).required,
    .number(
      "rows", \.rows, unit: "rows", in: 1...30, source: .assumption("our choice"),
      about: "How many rows are sown."),
    .choice("soil", \.soil, source: .assumption("our choice"), about: "What the bed's ground is."),
  ]
}
