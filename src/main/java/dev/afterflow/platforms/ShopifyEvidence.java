package dev.afterflow.platforms;

import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Result;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.PlatformPapers.Paper;
import dev.afterflow.platforms.ShopifyAccounts.Shopify;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Evidence of a dispute of Shopify Payments: files first, one for each place; then the words and the submission, which is made once. */
@Component
class ShopifyEvidence {

    /** Our fields of evidence to Shopify's places for a file and kinds of document. */
    private static final Map<String, String[]> PLACES = Map.of("shipping_documentation", new String[] {"shippingDocumentationFile", "SHIPPING_DOCUMENTATION_FILE"},
        "customer_communication", new String[] {"customerCommunicationFile", "CUSTOMER_COMMUNICATION_FILE"}, "refund_policy", new String[] {"refundPolicyFile", "REFUND_POLICY_FILE"},
        "cancellation_policy", new String[] {"cancellationPolicyFile", "CANCELLATION_POLICY_FILE"}, "customer_signature", new String[] {"customerSignatureFile", "CUSTOMER_SIGNATURE_FILE"},
        "service_documentation", new String[] {"serviceDocumentationFile", "SERVICE_DOCUMENTATION_FILE"}, "uncategorized_file", new String[] {"uncategorizedFile", "UNCATEGORIZED_FILE"});
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "application/pdf");
    private static final int MOST_BYTES = 4_000_000;

    private final ShopifyCalls calls;
    private final LightPictures pictures;

    ShopifyEvidence(ShopifyCalls calls, LightPictures pictures) {
        this.calls = calls;
        this.pictures = pictures;
    }

    /** A file uploaded in a try that broke off is left behind unused: only what the submission names is evidence. */
    Outcome submit(Shopify account, PlatformRequest request, Told now, List<Paper> papers) throws Away, ShopifyFault {
        Map<String, Paper> placed = new HashMap<>();
        for (Paper heavy : papers) {
            Paper paper = pictures.of(heavy, MOST_BYTES).orElse(heavy);
            String field = paper.field() == null ? "uncategorized_file" : paper.field();
            if (!PLACES.containsKey(field) || !TYPES.contains(paper.mediaType()) || paper.content().length > MOST_BYTES || placed.put(field, paper) != null) {
                return Outcome.of(Result.PERSON, "PAPERS", "平台每类材料只收一个 4 MB 以内的 PDF、JPG 或 PNG：请合并后在商家后台提交",
                    "It takes one PDF, JPG or PNG of at most 4 MB for each place: put them together and submit in the admin");
            }
        }
        Map<String, Object> input = new HashMap<>(Map.of("submitEvidence", true));
        if (request.words() != null && !request.words().isBlank()) {
            input.put("uncategorizedText", request.words());
        }
        for (Map.Entry<String, Paper> each : placed.entrySet()) {
            input.put(PLACES.get(each.getKey())[0], Map.of("id", uploaded(account, request.matter(), each.getKey(), each.getValue())));
        }
        JsonNode payload = calls.ask(account, "Evidence", ShopifyQueries.EVIDENCE, Map.of("id", now.inside().get("evidence"), "input", input)).path("disputeEvidenceUpdate");
        return ShopifyFault.checked(payload).path("disputeEvidence").isObject() ? Outcome.done(now.inside().get("evidence")) : Outcome.of(Result.UNKNOWN, "NO_EVIDENCE", "", "");
    }

    private String uploaded(Shopify account, String dispute, String field, Paper paper) throws Away, ShopifyFault {
        JsonNode file = calls.post(account, "/shopify_payments/disputes/" + ShopifyQueries.number(dispute) + "/dispute_file_uploads.json", Map.of("dispute_file_upload",
            Map.of("document_type", PLACES.get(field)[1], "filename", paper.name(), "mimetype", paper.mediaType(), "data", Base64.getEncoder().encodeToString(paper.content()))))
            .path("dispute_file_upload");
        if (!file.has("id")) {
            throw new Away("NO_FILE", true);
        }
        return "gid://shopify/ShopifyPaymentsDisputeFileUpload/" + file.path("id").asString();
    }
}
