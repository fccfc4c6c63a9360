package dev.afterflow.alipay;

/** An account with Alipay, the house's or a shop's own; its text tells no key. */
record AlipayAccount(String gateway, String appId, String privateKey, String alipayPublicKey, String sellerId) {

    @Override
    public String toString() {
        return "Alipay account " + appId;
    }
}
