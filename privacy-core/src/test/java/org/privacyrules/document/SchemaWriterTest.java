package org.privacyrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The schema says the same as the check, as far as a schema can. */
class SchemaWriterTest {

    @Test
    void a_shape_is_written_with_descriptions_and_without_room_for_other_fields() {
        assertEquals(
                """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "title": "A door",
                  "type": "object",
                  "properties": {
                    "seats": {
                      "description": "How many.",
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 10
                    },
                    "inner": {
                      "description": "Behind it.",
                      "$ref": "#/$defs/Door"
                    }
                  },
                  "required": [
                    "seats"
                  ],
                  "additionalProperties": false,
                  "$defs": {
                    "Door": {
                      "type": "object",
                      "properties": {
                        "doors": {
                          "description": "More.",
                          "type": "array",
                          "items": {
                            "$ref": "#/$defs/Door"
                          }
                        }
                      },
                      "required": [],
                      "additionalProperties": false
                    }
                  }
                }
                """,
                SchemaWriter.write(
                        "A door",
                        Shape.fields(
                                Shape.required("seats", Shape.wholeNumber(1, 10), "How many."),
                                Shape.optional("inner", door(), "Behind it."))));
    }

    private static Shape door() {
        return Shape.named("Door", () -> Shape.fields(Shape.optional("doors", Shape.listOf(door()), "More.")));
    }

    @Test
    void every_shape_has_its_schema() {
        String schema = SchemaWriter.write("All", ShapeCheckTest.HOUSEHOLD);
        for (String part : new String[] {
            "\"string\",\n        \"number\"",
            "\"enum\": [\n        \"monday\"",
            "\"oneOf\"",
            "\"anyOf\"",
            "\"propertyNames\"",
            "\"type\": \"boolean\"",
            "\"pattern\": \"^(?:[A-Z]{2})$\"",
            "\"#/$defs/Term\""
        }) {
            assertTrue(schema.contains(part), part + " in " + schema);
        }
        assertEquals(schema, SchemaWriter.write("All", ShapeCheckTest.HOUSEHOLD));
        assertEquals(
                java.util.List.of(), DocumentReader.read(schema, Format.JSON).findings());
    }
}
