package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A request's body, with the members it must have and no other. */
record Body(JsonNode node) {

    static Body of(JsonNode node, String... members) {
        List<String> known = List.of(members);
        if (!node.isObject()) {
            throw Problem.malformed("", "object", "请发送 JSON 对象", "Send a JSON object");
        }
        node.propertyNames().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Problem.malformed(name, "unknown", "请求中没有这一项", "The request has no such member");
        });
        return new Body(node);
    }

    int revision() {
        if (!node.path("revision").isInt()) {
            throw Problem.malformed("revision", "required", "请带上所见的 revision", "Send the revision you have seen");
        }
        return node.path("revision").intValue();
    }

    JsonNode data() {
        if (!node.path("data").isObject()) {
            throw Problem.malformed("data", "object", "请在 data 中发送表单内容", "Send the form's content as data");
        }
        return node.path("data");
    }
}
