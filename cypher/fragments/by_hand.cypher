CALL () {
__page__
}
WITH ids, keys
CALL (ids) {
__shape__
}
RETURN items, keys, revision
