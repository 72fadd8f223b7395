import Settings
import Testing

@Suite("Documentation of the keys") struct DocumentationTests {
  /// The golden was accepted by a validator, and the canonical YAML by the golden.
  ///
  /// With the two texts in files, and Python's `jsonschema` and `yaml`, that is
  /// ```
  /// python3 -c '
  /// import json, sys, yaml, jsonschema
  /// schema = json.load(open(sys.argv[1]))
  /// jsonschema.Draft202012Validator.check_schema(schema)
  /// value = json.loads(json.dumps(yaml.safe_load(open(sys.argv[2])), default=str))
  /// jsonschema.Draft202012Validator(schema).validate(value)' schema.json settings.yaml
  /// ```
  @Test("the JSON Schema says all that the rows say")
  func schema() {
    #expect(Garden.jsonSchema(title: "Garden") == Golden.schema)
  }

  @Test("the catalogue holds every key in the order of the rows")
  func catalogue() {
    let lines = Garden.catalogue().map { entry in
      [entry.path, entry.kind, entry.unit, entry.bounds, entry.standard, entry.source, entry.about]
        .joined(separator: " | ")
    }
    #expect(lines.joined(separator: "\n") == Golden.catalogue)
  }
}
