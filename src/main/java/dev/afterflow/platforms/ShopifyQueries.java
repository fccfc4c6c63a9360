package dev.afterflow.platforms;

/** What we ask Shopify, in its words (Admin GraphQL API). */
final class ShopifyQueries {

    static final String ORDERS = """
        query Orders($query: String!, $after: String) {
          orders(first: 50, after: $after, query: $query, sortKey: UPDATED_AT) {
            nodes { id updatedAt returns(first: 10) { nodes { id status } } }
            pageInfo { hasNextPage endCursor }
          }
        }""";
    static final String DISPUTES = """
        query Disputes($query: String!, $after: String) {
          shopifyPaymentsAccount {
            disputes(first: 50, after: $after, query: $query) {
              nodes { id status evidenceDueBy evidenceSentOn finalizedOn }
              pageInfo { hasNextPage endCursor }
            }
          }
        }""";
    static final String ORDER = """
        query Order($id: ID!) {
          order(id: $id) {
            id name createdAt updatedAt processedAt cancelledAt currencyCode displayFinancialStatus displayFulfillmentStatus
            totalShippingPriceSet { shopMoney { amount currencyCode } }
            customer { id firstName lastName email phone locale }
            shippingAddress { countryCodeV2 province city address1 address2 zip }
            lineItems(first: 100) { nodes { id title sku quantity product { id } discountedTotalSet { shopMoney { amount currencyCode } } } }
            transactions(first: 20) { id kind status gateway processedAt amountSet { shopMoney { amount currencyCode } } }
            refunds(first: 50) { id note createdAt totalRefundedSet { shopMoney { amount currencyCode } } transactions(first: 5) { nodes { kind parentTransaction { id } } } }
            fulfillments(first: 20) {
              id createdAt deliveredAt trackingInfo { company number }
              fulfillmentLineItems(first: 100) { nodes { quantity lineItem { id } } }
            }
          }
        }""";
    static final String RETURN = """
        query Return($id: ID!) {
          return(id: $id) {
            id name status createdAt closedAt requestApprovedAt
            decline { reason note }
            order { id updatedAt }
            returnLineItems(first: 50) {
              nodes { ... on ReturnLineItem { quantity returnReason returnReasonNote customerNote fulfillmentLineItem { lineItem { id } } } }
            }
          }
        }""";
    static final String DISPUTE = """
        query Dispute($id: ID!) {
          dispute(id: $id) {
            id status type initiatedAt evidenceDueBy evidenceSentOn finalizedOn
            amount { amount currencyCode }
            reasonDetails { reason networkReasonCode }
            order { id }
            disputeEvidence { id }
          }
        }""";
    static final String APPROVE = """
        mutation Approve($input: ReturnApproveRequestInput!) {
          returnApproveRequest(input: $input) { return { id status } userErrors { code field message } }
        }""";
    static final String DECLINE = """
        mutation Decline($input: ReturnDeclineRequestInput!) {
          returnDeclineRequest(input: $input) { return { id status } userErrors { code field message } }
        }""";
    static final String CLOSE = """
        mutation Close($id: ID!) {
          returnClose(id: $id) { return { id status } userErrors { code field message } }
        }""";
    static final String MONEY = """
        query Money($id: ID!) {
          order(id: $id) {
            id
            refunds(first: 50) { id note createdAt totalRefundedSet { shopMoney { amount currencyCode } } transactions(first: 5) { nodes { kind parentTransaction { id } } } }
            transactions(first: 20) { id kind status gateway amountSet { shopMoney { amount currencyCode } } }
          }
        }""";
    static final String REFUND = """
        mutation Refund($input: RefundInput!) {
          refundCreate(input: $input) { refund { id note } userErrors { field message } }
        }""";
    static final String REMARK = """
        query Remark($id: ID!) {
          order(id: $id) { id tags metafield(namespace: "afterflow", key: "remark") { value } }
        }""";
    static final String FLAG = """
        mutation Flag($id: ID!, $tags: [String!]!, $remarks: [MetafieldsSetInput!]!) {
          tagsAdd(id: $id, tags: $tags) { node { id } userErrors { field message } }
          metafieldsSet(metafields: $remarks) { metafields { id } userErrors { field message } }
        }""";
    static final String EVIDENCE = """
        mutation Evidence($id: ID!, $input: ShopifyPaymentsDisputeEvidenceUpdateInput!) {
          disputeEvidenceUpdate(id: $id, input: $input) { disputeEvidence { id } userErrors { code field message } }
        }""";
    static final String SHOP = """
        query Shop {
          shop { name myshopifyDomain }
        }""";

    private ShopifyQueries() {
    }

    /** The number at the end of Shopify's long names, by which the house knows orders and lines. */
    static String number(String gid) {
        return gid.substring(gid.lastIndexOf('/') + 1);
    }

    static String order(String number) {
        return "gid://shopify/Order/" + number;
    }
}
