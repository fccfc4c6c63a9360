package dev.afterflow.security;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The operations of the interface as its own description tells them, so that a new endpoint is met without anybody thinking of it. */
record OpenBook(List<Operation> operations) {

    record Operation(String method, String path, JsonNode told) {

        String name() {
            return method + " " + path;
        }

        boolean ofPeople() {
            return path.startsWith("/api/") && !path.startsWith("/api/intake/") && !path.startsWith("/api/notices/");
        }

        boolean stream() {
            return told.toString().contains("text/event-stream");
        }

        boolean json() {
            return told.at("/requestBody/content").has("application/json");
        }

        List<String> queries() {
            return told.path("parameters").valueStream().filter(each -> each.path("in").asString().equals("query"))
                    .map(each -> each.path("name").asString()).toList();
        }

        String filled(String id) {
            return path.replaceAll("\\{[^}]+}", id);
        }
    }

    static OpenBook of(int port) {
        JsonNode book = Visitor.stranger(port).get("/v3/api-docs").json();
        return new OpenBook(book.get("paths").propertyStream().flatMap(path -> path.getValue().propertyStream()
                .map(told -> new Operation(told.getKey().toUpperCase(Locale.ROOT), path.getKey(), told.getValue()))).toList());
    }
}
