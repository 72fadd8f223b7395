/// Whole outputs for the garden.
enum Golden {
  static let template = #"""
    # What the garden is called. A text that is not empty.
    name: Kitchen garden

    # How many plots there are. A whole number from 1 to 500 (plots).
    plots: 12

    # The share of ground in the shade. A number from 0 to below 1.
    shade: 0.25

    # Whether it has a fence.
    fenced: true

    # The first day of the season. A date such as 2018-01-29, from 2000-01-01 to 2099-12-31.
    opens: 2018-04-03

    # What the ground is. One of clay, loam, sand.
    soil: loam

    # Rain in spring, summer and autumn. A list of exactly 3 numbers from 0 (mm per day).
    rain: [1.5, 2, 0.1]

    # A drawing of the garden.
    # plan:

    # The pond.
    pond:
      # Depth at the edge. A number above 0 (m).
      shallowest: 0.2

      # Depth in the middle. A number above 0 (m).
      deepest: 1.5

      # How many fish. A whole number from 0.
      fish: 7

    # The beds, from the gate on. A list of 0 to 4 sections, each with a different name.
    # The keys of an element:
    #     # What the bed is called. A text of lower-case letters, digits and single hyphens.
    #     name: ""
    #
    #     # How many rows are sown. A whole number from 1 to 30 (rows).
    #     rows: 4
    #
    #     # What the bed's ground is. One of clay, loam, sand.
    #     soil: sand
    beds:
      - name: roses
        rows: 3
        soil: sand
      - name: beans
        rows: 5
        soil: sand

    # How often each pest comes. A mapping of names to numbers above 0 to 1 (per plot and day).
    pests:
      slug: 0.3
      green-fly: 0.05
      mole: 0.05

    """#

  static let catalogue = #"""
    name | text |  | that is not empty | Kitchen garden | assumption: our choice | What the garden is called.
    plots | whole number | plots | from 1 to 500 | 12 | Loudon 1822, p. 9 [FOUND] | How many plots there are.
    shade | number |  | from 0 to below 1 | 0.25 | sweep 0.1 to 0.5: nobody measured it | The share of ground in the shade.
    fenced | flag |  |  | true | assumption: our choice | Whether it has a fence.
    opens | date |  | from 2000-01-01 to 2099-12-31 | 2018-04-03 | assumption: our choice | The first day of the season.
    soil | choice |  | clay, loam, sand | loam | assumption: our choice | What the ground is.
    rain | list of numbers | mm per day | exactly 3, each from 0 | [1.5, 2, 0.1] | Loudon 1822, p. 11 [MEMORY-L] | Rain in spring, summer and autumn.
    plan | file |  |  | none | assumption: our choice | A drawing of the garden.
    pond | section |  |  |  |  | The pond.
    pond.shallowest | number | m | above 0 | 0.2 | assumption: our choice | Depth at the edge.
    pond.deepest | number | m | above 0 | 1.5 | assumption: our choice | Depth in the middle.
    pond.fish | whole number |  | from 0 | 7 | assumption: our choice | How many fish.
    beds | list of sections |  | 0 to 4, each with a different name | a list of 2 |  | The beds, from the gate on.
    beds[].name | text |  | of lower-case letters, digits and single hyphens | required | assumption: our choice | What the bed is called.
    beds[].rows | whole number | rows | from 1 to 30 | 4 | assumption: our choice | How many rows are sown.
    beds[].soil | choice |  | clay, loam, sand | sand | assumption: our choice | What the bed's ground is.
    pests | table of numbers | per plot and day | above 0 to 1 |  | Loudon 1822, p. 12 [DERIVED] | How often each pest comes.
    pests.slug | number | per plot and day | above 0 to 1 | 0.3 | Loudon 1822, p. 12 [DERIVED] | 
    pests.green-fly | number | per plot and day | above 0 to 1 | 0.05 | Loudon 1822, p. 12 [DERIVED] | 
    pests.mole | number | per plot and day | above 0 to 1 | 0.05 | Loudon 1822, p. 12 [DERIVED] | 
    """#

  static let schema = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Garden",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "name": {
          "description": "What the garden is called. Source: assumption: our choice.",
          "type": "string",
          "pattern": "^[\\s\\S]+$",
          "default": "Kitchen garden"
        },
        "plots": {
          "description": "How many plots there are. Unit: plots. Source: Loudon 1822, p. 9 [FOUND].",
          "type": "integer",
          "minimum": 1,
          "maximum": 500,
          "default": 12
        },
        "shade": {
          "description": "The share of ground in the shade. Source: sweep 0.1 to 0.5: nobody measured it.",
          "type": "number",
          "minimum": 0,
          "exclusiveMaximum": 1,
          "default": 0.25
        },
        "fenced": {
          "description": "Whether it has a fence. Source: assumption: our choice.",
          "type": "boolean",
          "default": true
        },
        "opens": {
          "description": "The first day of the season. From 2000-01-01 to 2099-12-31. Source: assumption: our choice.",
          "type": "string",
          "format": "date",
          "default": "2018-04-03"
        },
        "soil": {
          "description": "What the ground is. Source: assumption: our choice.",
          "enum": ["clay", "loam", "sand"],
          "default": "loam"
        },
        "rain": {
          "description": "Rain in spring, summer and autumn. Unit: mm per day. Source: Loudon 1822, p. 11 [MEMORY-L].",
          "type": "array",
          "minItems": 3,
          "maxItems": 3,
          "items": {
            "type": "number",
            "minimum": 0
          },
          "default": [1.5, 2, 0.1]
        },
        "plan": {
          "description": "A drawing of the garden. Source: assumption: our choice.",
          "type": "string"
        },
        "pond": {
          "description": "The pond. Rules: shallowest must not exceed deepest.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "shallowest": {
              "description": "Depth at the edge. Unit: m. Source: assumption: our choice.",
              "type": "number",
              "exclusiveMinimum": 0,
              "default": 0.2
            },
            "deepest": {
              "description": "Depth in the middle. Unit: m. Source: assumption: our choice.",
              "type": "number",
              "exclusiveMinimum": 0,
              "default": 1.5
            },
            "fish": {
              "description": "How many fish. Source: assumption: our choice.",
              "type": "integer",
              "minimum": 0,
              "default": 7
            }
          }
        },
        "beds": {
          "description": "The beds, from the gate on. Each with a different name.",
          "type": "array",
          "minItems": 0,
          "maxItems": 4,
          "items": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "name": {
                "description": "What the bed is called. Source: assumption: our choice.",
                "type": "string",
                "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
              },
              "rows": {
                "description": "How many rows are sown. Unit: rows. Source: assumption: our choice.",
                "type": "integer",
                "minimum": 1,
                "maximum": 30,
                "default": 4
              },
              "soil": {
                "description": "What the bed's ground is. Source: assumption: our choice.",
                "enum": ["clay", "loam", "sand"],
                "default": "sand"
              }
            },
            "required": ["name"]
          },
          "default": [
            {
              "name": "roses",
              "rows": 3,
              "soil": "sand"
            },
            {
              "name": "beans",
              "rows": 5,
              "soil": "sand"
            }
          ]
        },
        "pests": {
          "description": "How often each pest comes. Unit: per plot and day. Source: Loudon 1822, p. 12 [DERIVED].",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "slug": {
              "description": "Unit: per plot and day.",
              "type": "number",
              "exclusiveMinimum": 0,
              "maximum": 1,
              "default": 0.3
            },
            "green-fly": {
              "description": "Unit: per plot and day.",
              "type": "number",
              "exclusiveMinimum": 0,
              "maximum": 1,
              "default": 0.05
            },
            "mole": {
              "description": "Unit: per plot and day.",
              "type": "number",
              "exclusiveMinimum": 0,
              "maximum": 1,
              "default": 0.05
            }
          }
        }
      }
    }

    """#
}
