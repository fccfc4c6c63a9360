package dev.afterflow.intake;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Describes the machine door kind by kind, each with a document that is accepted when pasted. */
@Configuration(proxyBeanMethods = false)
class IntakeBook {

    private static final String ANY = "/api/intake/{kind}";
    private static final JsonMapper JSON = new JsonMapper();

    @Bean
    OpenApiCustomizer kindsOfIntake(Sorting sorting) {
        return book -> {
            Paths paths = book.getPaths();
            PathItem any = paths == null ? null : paths.remove(ANY);
            if (any != null) {
                sorting.all().keySet().stream().sorted()
                        .forEach(kind -> paths.addPathItem(ANY.replace("{kind}", kind), item(kind, any.getPost())));
            }
        };
    }

    private static PathItem item(String kind, Operation general) {
        Operation operation = new Operation().operationId("deliver-" + kind).tags(List.of("intake"))
                .summary("送入 " + kind + " / Deliver " + kind)
                .description("An object, an array, or lines of JSON (application/x-ndjson); up to 10,000 rows and 32 MB, a row up"
                        + " to 64 KB. Every row is answered: accepted, duplicate, or rejected with field, rule and remedy; 422"
                        + " when every row was rejected. A repeat changes nothing, an older version neither.")
                .security(general.getSecurity()).responses(general.getResponses());
        general.getParameters().stream().filter(parameter -> !parameter.getName().equals("kind"))
                .forEach(operation::addParametersItem);
        return new PathItem().post(operation.requestBody(body(kind)));
    }

    private static RequestBody body(String kind) {
        ClassPathResource resource = new ClassPathResource("intake/examples/" + kind + ".json");
        if (!resource.exists()) {
            return new RequestBody().required(true).content(content(new JsonSchema().types(Set.of("object")), null));
        }
        try (InputStream in = resource.getInputStream()) {
            JsonNode example = JSON.readTree(in);
            return new RequestBody().required(true).content(content(schema(example), example));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Content content(Schema<?> schema, JsonNode example) {
        MediaType one = new MediaType().schema(schema);
        MediaType lines = new MediaType().schema(new JsonSchema().types(Set.of("string")));
        if (example != null) {
            one.addExamples("one", new Example().summary("一行 / one row").value(plain(example)));
            lines.addExamples("lines", new Example().summary("每行一个 / one a line").value(example + "\n"));
        }
        return new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_JSON_VALUE, one)
                .addMediaType(IntakeController.NDJSON, lines);
    }

    private static Object plain(JsonNode example) {
        return JSON.convertValue(example, Object.class);
    }

    /** The shape of the example: it holds every field of its kind. */
    private static Schema<?> schema(JsonNode node) {
        JsonSchema schema = new JsonSchema();
        if (node.isObject()) {
            Map<String, Schema> fields = new LinkedHashMap<>();
            node.properties().forEach(entry -> fields.put(entry.getKey(), schema(entry.getValue())));
            schema.types(Set.of("object")).properties(fields).setAdditionalProperties(false);
        } else if (node.isArray()) {
            schema.types(Set.of("array")).setItems(node.isEmpty() ? new JsonSchema() : schema(node.get(0)));
        } else {
            schema.types(Set.of(node.isString() ? "string" : node.isBoolean() ? "boolean" : "integer"));
        }
        return schema;
    }
}
