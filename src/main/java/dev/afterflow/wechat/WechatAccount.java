package dev.afterflow.wechat;

/**
 * An account with WeChat Pay, the house's or a shop's own; its text tells no key.
 *
 * @param gateway without a path, such as {@code https://api.mch.weixin.qq.com}
 * @param serial of our API certificate; {@code privateKey} belongs to it, PKCS#8
 * @param platformKeyId names {@code platformKey} in every answer: {@code PUB_KEY_ID_…} of a public key, or a platform certificate's serial
 * @param apiKey the APIv3 key that notices are sealed with, 32 bytes
 */
record WechatAccount(String gateway, String merchant, String serial, String privateKey, String platformKeyId, String platformKey, String apiKey) {

    @Override
    public String toString() {
        return "WeChat Pay account " + merchant;
    }
}
