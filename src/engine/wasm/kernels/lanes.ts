/** Stores only the first `count` numbers of a vector, because other numbers follow the line of a step. */
export function put(to: usize, x: v128, count: i32): void {
  if (count >= 4) v128.store(to, x)
  else putRest(to, x, count)
}

function putRest(to: usize, x: v128, count: i32): void {
  store<f32>(to, f32x4.extract_lane(x, 0))
  if (count > 1) store<f32>(to, f32x4.extract_lane(x, 1), 4)
  if (count > 2) store<f32>(to, f32x4.extract_lane(x, 2), 8)
}

/** x·(1 − x): the slope of a sigmoid whose value is x. */
export function sigmoidSlope(x: v128): v128 {
  return f32x4.mul(x, f32x4.sub(f32x4.splat(1), x))
}

/** 1 − x²: the slope of a tanh whose value is x. */
export function tanhSlope(x: v128): v128 {
  return f32x4.sub(f32x4.splat(1), f32x4.mul(x, x))
}
