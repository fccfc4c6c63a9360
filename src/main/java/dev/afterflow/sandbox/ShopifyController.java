package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shopify's admin API as its document has it: one GraphQL door that costs points out of a bucket, and a door for files of evidence. */
@Hidden
@RestController
@RequestMapping("/sandbox/shopify/{shop}/admin/api/{version}")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class ShopifyController {

    static final String TOKEN = "shpat_demo_";

    private final ShopifyDesk desk;
    private final ShopifyReads reads;
    private final ShopifyBucket bucket;
    private final MarketFaults faults;
    private final CarrierWeather weather;
    private final JsonMapper json;

    ShopifyController(ShopifyDesk desk, ShopifyReads reads, ShopifyBucket bucket, MarketFaults faults, CarrierWeather weather, JsonMapper json) {
        this.desk = desk;
        this.reads = reads;
        this.bucket = bucket;
        this.faults = faults;
        this.weather = weather;
        this.json = json;
    }

    @PostMapping("/graphql.json")
    void ask(@PathVariable String shop, HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode asked = read(request);
        if (!(TOKEN + shop).equals(request.getHeader("X-Shopify-Access-Token"))) {
            weather.answer("shopify/" + shop, response, 401, "{\"errors\":\"[API] Invalid API key or access token (unrecognized login or wrong password)\"}");
            return;
        }
        String name = asked.path("operationName").asString("");
        ShopifyBucket.Taken taken = bucket.take(shop, name);
        MarketFaults.How how = taken.enough() ? faults.meets(shop, name) : null;
        ObjectNode answer = json.createObjectNode();
        if (!taken.enough()) {
            ObjectNode error = answer.putArray("errors").addObject().put("message", "Throttled");
            error.putObject("extensions").put("code", "THROTTLED").put("documentation", "https://shopify.dev/api/usage/rate-limits");
        } else if (!asked.path("query").asString("").contains(" " + name)) {
            answer.putArray("errors").addObject().put("message", "No operation named \"" + name + "\"");
        } else if (how != MarketFaults.How.FAIL) {
            answer.set("data", reads.knows(name) ? reads.answer(shop, name, asked.path("variables")) : desk.act(shop, name, asked.path("variables")));
        }
        answer.putObject("extensions").set("cost", taken.told(json));
        weather.answer(faults.sky("shopify", shop, how), response, 200, answer.toString());
    }

    @PostMapping("/shopify_payments/disputes/{dispute}/dispute_file_uploads.json")
    void file(@PathVariable String shop, @PathVariable String dispute, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean genuine = (TOKEN + shop).equals(request.getHeader("X-Shopify-Access-Token"));
        JsonNode file = read(request).path("dispute_file_upload");
        int status = !genuine ? 401 : file.path("data").asString("").isEmpty() ? 422 : 201;
        String body = status == 201 ? json.writeValueAsString(Map.of("dispute_file_upload", Map.of("id", desk.file(shop, dispute, file)))) : "{\"errors\":{\"base\":[\"invalid\"]}}";
        weather.answer("shopify/" + shop, response, status, body);
    }

    private JsonNode read(HttpServletRequest request) throws IOException {
        try {
            return json.readTree(request.getInputStream().readAllBytes());
        } catch (JacksonException unreadable) {
            return json.createObjectNode();
        }
    }
}
